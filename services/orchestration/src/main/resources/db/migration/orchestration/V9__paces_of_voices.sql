-- How long voices take: seconds of speech for scripts of so many estimated seconds, the latest counting most.

CREATE TABLE orchestration.voice_pace (
    provider  text             NOT NULL,
    voice     text             NOT NULL,
    language  text             NOT NULL,
    estimated double precision NOT NULL CHECK (estimated > 0),
    measured  double precision NOT NULL CHECK (measured > 0),
    PRIMARY KEY (provider, voice, language)
);
