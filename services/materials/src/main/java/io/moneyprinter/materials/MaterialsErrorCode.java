package io.moneyprinter.materials;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How work with materials fails; files that are not accepted have the codes of the media tools. */
public enum MaterialsErrorCode implements ErrorCode {
    ASSET_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such file among those of the caller."),
    ASSET_LIMIT_REACHED(ErrorKind.CONFLICT, "The caller has as many files or bytes as are kept; delete some first."),
    COLLECTION_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such collection among those of the caller."),
    COLLECTION_LIMIT_REACHED(ErrorKind.CONFLICT, "The caller has as many collections as are kept; delete some first."),
    BRAND_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such brand among those of the caller."),
    BRAND_LIMIT_REACHED(ErrorKind.CONFLICT, "The caller has as many brands as are kept; delete some first."),
    CHECKSUM_MISMATCH(
            ErrorKind.INVALID, "What came has another checksum than the one that came with it; send it again."),
    UPLOAD_NOT_FOUND(
            ErrorKind.NOT_FOUND,
            "There is no such upload among those of the caller, or it has expired; begin a new one."),
    UPLOAD_CONFLICT(
            ErrorKind.CONFLICT,
            "The upload is not where the request takes it to be, or is not complete; ask for its offset and go on from"
                    + " there."),
    UPLOAD_REFUSED(
            ErrorKind.INVALID,
            "The request is none that the tus protocol allows here; the detail says which header is at fault."),
    UPLOAD_TOO_LARGE(ErrorKind.TOO_LARGE, "The upload is longer than any file that is accepted."),
    MATERIAL_MISSING(
            ErrorKind.INVALID,
            "None of the sources that the request allows has a picture for the sentence; the detail says why, source"
                    + " by source. Allow designed pictures, which always fit."),
    STOCK_THROTTLED(
            ErrorKind.THROTTLED, "The stock provider wants to be asked less often; other sources are used meanwhile."),
    STOCK_KEY_REFUSED(
            ErrorKind.UPSTREAM,
            "The stock provider does not accept the configured key; check it. Other keys and sources are used meanwhile."),
    STOCK_UNAVAILABLE(
            ErrorKind.UPSTREAM,
            "The stock provider did not answer, or not in a way that can be used; other sources are used meanwhile."),
    IMAGE_THROTTLED(
            ErrorKind.THROTTLED, "The image model wants to be asked less often; other sources are used meanwhile."),
    IMAGE_KEY_REFUSED(
            ErrorKind.UPSTREAM,
            "The image model does not accept the configured key; check it. Other sources are used meanwhile."),
    IMAGE_QUOTA_SPENT(
            ErrorKind.UPSTREAM,
            "The account at the image model has no credit left; top it up. Other sources are used meanwhile."),
    IMAGE_REFUSED(
            ErrorKind.UPSTREAM,
            "The image model does not make a picture of these words; another source is used for this sentence."),
    IMAGE_UNAVAILABLE(
            ErrorKind.UPSTREAM,
            "The image model did not answer, or not in a way that can be used; other sources are used meanwhile.");

    private final ErrorKind kind;
    private final String meaning;

    MaterialsErrorCode(ErrorKind kind, String meaning) {
        this.kind = kind;
        this.meaning = meaning;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
