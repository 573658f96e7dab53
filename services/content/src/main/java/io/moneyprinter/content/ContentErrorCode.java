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
    SOURCES_BUSY(ErrorKind.EXHAUSTED, "Too many other texts are being read; tried again later."),
    SOURCE_LANGUAGES_DIFFER(ErrorKind.INVALID, "The sources are in several languages; a script speaks one."),
    FEED_ITEM_NOT_FOUND(ErrorKind.INVALID, "The feed has no such item, or none at all."),
    LLM_NOT_CONFIGURED(
            ErrorKind.INVALID,
            "A topic, a template or a variation needs a language model and none is configured; set"
                    + " moneyprinter.content.llm.base-url and .model."),
    LLM_PROVIDER_UNKNOWN(
            ErrorKind.INVALID, "No language model of that provider is configured; the detail names those that are."),
    LLM_UNAUTHORISED(ErrorKind.INVALID, "The language model's server refused our key; check the configured API key."),
    LLM_MODEL_UNKNOWN(ErrorKind.INVALID, "The language model's server does not know the configured model."),
    LLM_REQUEST_REJECTED(ErrorKind.INVALID, "The language model's server refused the request itself."),
    LLM_REFUSED(ErrorKind.INVALID, "The language model declined to write about this topic; word it differently."),
    LLM_QUOTA_SPENT(ErrorKind.INVALID, "The account at the language model's provider has no credit left."),
    LLM_THROTTLED(ErrorKind.THROTTLED, "The language model's server is asked too often; tried again later."),
    LLM_UNAVAILABLE(ErrorKind.UPSTREAM, "The language model's server failed or did not answer in time."),
    LLM_PROVIDERS_FAILED(
            ErrorKind.UPSTREAM,
            "Every language model that could be asked failed; the detail names each and its reason; tried again later."),
    LLM_TIMED_OUT(ErrorKind.EXHAUSTED, "No language model answered within the time that one question may take in all."),
    LLM_BUDGET_SPENT(
            ErrorKind.INVALID,
            "The question would take more tokens or money than one may; the detail says which setting limits it."),
    LLM_ANSWER_UNUSABLE(
            ErrorKind.UPSTREAM,
            "The language model's answer was not a script, even after a repair turn, or was cut at its limit of tokens."),
    MODERATION_REFUSED(
            ErrorKind.INVALID,
            "The text, or what a language model made of it, is of a kind that whoever runs this server does not want; the"
                    + " detail names it. Write about something else, or in other words."),
    MODERATION_MISCONFIGURED(
            ErrorKind.INVALID,
            "The moderation endpoint refused our key or our request; check moneyprinter.content.moderation."),
    MODERATION_THROTTLED(
            ErrorKind.THROTTLED,
            "The moderation endpoint is asked too often, and no text passes unseen; tried again later."),
    MODERATION_UNAVAILABLE(
            ErrorKind.UPSTREAM,
            "The moderation endpoint did not answer in time, and no text passes unseen; tried again later."),
    EXCHANGES_NOT_FOUND(
            ErrorKind.NOT_FOUND, "No language model was asked for such a work of the caller, or it is kept no longer."),
    TEMPLATE_NOT_FOUND(
            ErrorKind.NOT_FOUND, "The caller has no template of that id and version, and neither has the library."),
    TEMPLATES_FULL(ErrorKind.CONFLICT, "The user has as many templates of his own as he may; delete some first."),
    DRAFT_NOT_FOUND(ErrorKind.NOT_FOUND, "The caller has no draft of that id and version."),
    DRAFT_CHANGED(ErrorKind.CONFLICT, "Somebody has changed the draft since; read it again and make the change anew."),
    DRAFTS_FULL(ErrorKind.CONFLICT, "The user has as many drafts as he may; delete some first."),
    SCRIPT_TOO_SHORT(ErrorKind.INVALID, "The script is too short to be shortened by whole sentences.");

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
