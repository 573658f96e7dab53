-- What language models were asked. A line for each answer that was paid for, whether it could be used or not.
CREATE TABLE content.usage (
    id             bigint         GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id        text           NOT NULL,
    day            date           NOT NULL,
    provider       text           NOT NULL,
    model          text           NOT NULL,
    purpose        text           NOT NULL,
    input_tokens   bigint         NOT NULL CHECK (input_tokens >= 0),
    output_tokens  bigint         NOT NULL CHECK (output_tokens >= 0),
    estimated_cost numeric(16, 6) NOT NULL CHECK (estimated_cost >= 0)
);
CREATE INDEX usage_of_user ON content.usage (user_id, day);
