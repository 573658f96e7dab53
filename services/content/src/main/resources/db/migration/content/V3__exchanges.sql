-- What language models were asked and what they said; a row for each call, also for those that failed.
CREATE TABLE content.exchange (
    exchange_id    text           PRIMARY KEY,
    user_id        text           NOT NULL,
    work           text,
    purpose        text           NOT NULL,
    provider       text           NOT NULL,
    model          text           NOT NULL,
    question       text           NOT NULL,
    answer         text,
    truncated      boolean        NOT NULL,
    input_tokens   bigint         NOT NULL,
    output_tokens  bigint         NOT NULL,
    estimated_cost numeric(16, 6) NOT NULL,
    code           text,
    reason         text,
    faults         text           NOT NULL DEFAULT '[]',
    asked_at       timestamptz    NOT NULL,
    took_millis    bigint         NOT NULL
);
CREATE INDEX exchange_of_user ON content.exchange (user_id, asked_at DESC, exchange_id DESC);
CREATE INDEX exchange_of_work ON content.exchange (user_id, work text_pattern_ops);
CREATE INDEX exchange_age ON content.exchange (asked_at);
