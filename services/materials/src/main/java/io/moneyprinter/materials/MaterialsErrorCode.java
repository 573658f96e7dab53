package io.moneyprinter.materials;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How work with materials fails; files that are not accepted have the codes of the media tools. */
public enum MaterialsErrorCode implements ErrorCode {
    ASSET_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such file among those of the caller."),
    ASSET_LIMIT_REACHED(
            ErrorKind.CONFLICT,
            "The caller has as many files or bytes as are kept; delete some, or their originals, first."),
    ORIGINAL_NOT_FOUND(
            ErrorKind.NOT_FOUND,
            "The file is not kept as it came in: its owner deleted the original, its time was over, or it was never"
                    + " kept. What was made of it is there."),
    ORIGINAL_NEEDED(
            ErrorKind.CONFLICT,
            "Nothing is made of a document, so it cannot go without its original; delete the document."),
    COLLECTION_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such collection among those of the caller."),
    COLLECTION_LIMIT_REACHED(ErrorKind.CONFLICT, "The caller has as many collections as are kept; delete some first."),
    BRAND_NOT_FOUND(ErrorKind.NOT_FOUND, "There is no such brand among those of the caller."),
    BRAND_LIMIT_REACHED(ErrorKind.CONFLICT, "The caller has as many brands as are kept; delete some first."),
    CHECKSUM_MISMATCH(
            ErrorKind.INVALID, "What came has another checksum than the one that came with it; send it again."),
    MUSIC_NOT_FOUND(
            ErrorKind.NOT_FOUND,
            "There is no such music: neither an audio file of the caller's nor one that is made on demand, whose ids"
                    + " are like lofi:calm:1."),
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
    VARIANT_NOT_FOUND(
            ErrorKind.NOT_FOUND, "There is no such variant of the file, or not yet; ask for the list of its variants."),
    PICTURES_BUSY(
            ErrorKind.EXHAUSTED,
            "Too many pictures are being made in other sizes or formats at the moment; ask again in a few seconds."),
    LINK_REFUSED(ErrorKind.FORBIDDEN, "The link is not one that was given out, or was changed; get another one."),
    LINK_EXPIRED(ErrorKind.GONE, "The link was good for a while that is over; get another one."),
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
            "The image model did not answer, or not in a way that can be used; other sources are used meanwhile."),
    EMBEDDING_THROTTLED(
            ErrorKind.THROTTLED,
            "The embeddings endpoint wants to be asked less often; files are found by their words meanwhile."),
    EMBEDDING_KEY_REFUSED(
            ErrorKind.UPSTREAM,
            "The embeddings endpoint does not accept the configured key; check it. Files are found by their words"
                    + " meanwhile."),
    EMBEDDING_MODEL_BROKEN(
            ErrorKind.INVALID,
            "The directory with the embeddings model cannot be used; the detail names the file and says what to do. Files"
                    + " are found by their words meanwhile."),
    EMBEDDING_REFUSED(
            ErrorKind.UPSTREAM,
            "The embeddings endpoint or model does not take these texts; the detail says why. They are found by their"
                    + " words."),
    EMBEDDING_UNAVAILABLE(
            ErrorKind.UPSTREAM,
            "The embeddings endpoint or model did not answer, or not in a way that can be used; files are found by their"
                    + " words meanwhile."),
    PGVECTOR_UNAVAILABLE(
            ErrorKind.UPSTREAM,
            "The database cannot compare what files mean with pgvector; the log says why and what to do. They are"
                    + " compared in memory meanwhile, as many as have room there.");

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
