package io.moneyprinter.content;

import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;

/** How the content service fails. */
public enum ContentErrorCode implements ErrorCode {
    SCRIPT_EMPTY(ErrorKind.INVALID, "The script has nothing to speak: no letters outside headings, code and markup."),
    SCRIPT_TOO_LONG(ErrorKind.INVALID, "The script has too many sentences for one video; make several of it."),
    ARTICLE_TOO_SHORT(ErrorKind.INVALID, "The article is too short to summarise; send it as a script instead."),
    SOURCE_UNSUPPORTED(
            ErrorKind.INVALID,
            "What is there is no page, no feed and no document that can be read (PDF, DOCX, ODT, EPUB)."),
    SOURCE_EMPTY(
            ErrorKind.INVALID,
            "There is no text to read: the pages of a scanned document are pictures, and some pages of the web show"
                    + " their text to browsers only."),
    DOCUMENT_ENCRYPTED(ErrorKind.INVALID, "The document is protected by a password or forbids to copy its text."),
    DOCUMENT_DAMAGED(ErrorKind.INVALID, "The document cannot be read to its end; save it anew and try again."),
    SOURCE_TOO_COMPLEX(
            ErrorKind.INVALID, "Reading the document would take more time or memory than a stranger's file may have."),
    SOURCE_LANGUAGES_DIFFER(ErrorKind.INVALID, "The sources are in several languages; a script speaks one."),
    FEED_ITEM_NOT_FOUND(ErrorKind.INVALID, "The feed has no such item, or none at all."),
    LLM_NOT_CONFIGURED(
            ErrorKind.INVALID,
            "A topic needs a language model and none is configured; set moneyprinter.content.llm.base-url and .model."),
    LLM_UNAUTHORISED(ErrorKind.INVALID, "The language model's server refused our key; check the configured API key."),
    LLM_MODEL_UNKNOWN(ErrorKind.INVALID, "The language model's server does not know the configured model."),
    LLM_REQUEST_REJECTED(ErrorKind.INVALID, "The language model's server refused the request itself."),
    LLM_REFUSED(ErrorKind.INVALID, "The language model declined to write about this topic; word it differently."),
    LLM_QUOTA_SPENT(ErrorKind.INVALID, "The account at the language model's provider has no credit left."),
    LLM_THROTTLED(ErrorKind.THROTTLED, "The language model's server is asked too often; tried again later."),
    LLM_UNAVAILABLE(ErrorKind.UPSTREAM, "The language model's server failed or did not answer in time."),
    LLM_ANSWER_UNUSABLE(ErrorKind.UPSTREAM, "The language model's answer was not a script, even after a repair turn.");

    private final ErrorKind kind;
    private final String meaning;

    ContentErrorCode(ErrorKind kind, String meaning) {
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
