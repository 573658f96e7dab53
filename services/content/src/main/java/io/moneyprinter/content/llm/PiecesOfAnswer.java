package io.moneyprinter.content.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.io.EOFException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Brings what is told on the thread that reads over to the one that asked. */
final class PiecesOfAnswer implements StreamingChatResponseHandler {

    private sealed interface Event {}

    private record Piece(String text) implements Event {}

    private record Whole(ChatResponse response) implements Event {}

    private record Failed(Throwable cause) implements Event {}

    private record Ended() implements Event {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    @Override
    public void onPartialResponse(String piece) {
        events.add(new Piece(piece));
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        events.add(new Whole(response));
    }

    @Override
    public void onError(Throwable error) {
        events.add(new Failed(error));
    }

    /** Nothing more will come. */
    void end() {
        events.add(new Ended());
    }

    /** The whole answer, after each of its pieces was passed on. */
    ChatResponse awaited(Duration timeout, Consumer<String> pieces) throws InterruptedException {
        var end = System.nanoTime() + timeout.toNanos();
        while (true) {
            var event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            switch (event) {
                case null -> throw new Exchange.Broken(new HttpTimeoutException("no answer within " + timeout));
                case Piece(var text) -> pieces.accept(text);
                case Whole(var response) -> {
                    return response;
                }
                case Failed(var cause) ->
                    throw cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
                case Ended() -> throw new Exchange.Broken(new EOFException("the answer broke off"));
            }
        }
    }
}
