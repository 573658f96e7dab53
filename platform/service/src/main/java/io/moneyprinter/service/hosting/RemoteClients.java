package io.moneyprinter.service.hosting;

import io.micrometer.observation.ObservationRegistry;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.problem.ReceivedErrorCode;
import io.moneyprinter.problem.RetryAfter;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.service.identity.RequestId;
import io.moneyprinter.service.identity.ServiceTokens;
import io.moneyprinter.service.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes contracts callable over HTTP. A failure over there is the same failure here; no answer is
 * {@code SERVICE_UNREACHABLE}. Nothing is tried again: that is for those to decide who know what a call costs.
 */
final class RemoteClients implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RemoteClients.class);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final RemoteAddresses addresses;
    private final ServiceTokens tokens;
    private final ObservationRegistry observations;
    private final JsonMapper json = Json.lenient();
    private final HttpClient http;
    private final JdkClientHttpRequestFactory requests;

    RemoteClients(
            RemoteAddresses addresses, ServiceTokens tokens, ObservationRegistry observations, RemoteProperties times) {
        this.addresses = addresses;
        this.tokens = tokens;
        this.observations = observations;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(times.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.requests = new JdkClientHttpRequestFactory(http);
        this.requests.setReadTimeout(times.readTimeout());
    }

    <T> T client(ServiceId service, Class<T> contract) {
        var client = RestClient.builder()
                .baseUrl(addresses.of(service))
                .requestFactory(requests)
                .observationRegistry(observations)
                .configureMessageConverters(converters ->
                        converters.registerDefaults().withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                .requestInterceptor((request, body, execution) -> {
                    var caller = caller();
                    request.getHeaders().setBearerAuth(tokens.issue(service, caller == null ? null : caller.userId()));
                    var id = RequestId.current();
                    if (id != null) {
                        request.getHeaders().set(RequestId.HEADER, id);
                    }
                    return execution.execute(request, body);
                })
                .defaultStatusHandler(HttpStatusCode::isError, (_, response) -> {
                    throw failure(service, response);
                })
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .exchangeAdapterDecorator(adapter -> new UnreachableAsFailure(adapter, service))
                .build()
                .createClient(contract);
    }

    /** Whoever the request is from that this thread serves. */
    private static @Nullable Caller caller() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? Caller.find(current.getRequest())
                : null;
    }

    private CodedException failure(ServiceId service, ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode().value();
        if (status == 401) {
            log.error("{} refuses our service token: do both processes have the same secret and time?", service.id());
            return new CodedException(
                    CommonErrorCode.INTERNAL_ERROR, "%s refuses our service token".formatted(service.id()));
        }
        try (var body = response.getBody()) {
            var problem = json.readTree(body);
            if (problem != null && problem.path("code").isString()) {
                return new CodedException(
                        code(problem.get("code").asString(), status),
                        problem.path("detail").asString("no detail"),
                        errors(problem.path("errors")),
                        RetryAfter.of(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER), LONGEST_WAIT),
                        null);
            }
        } catch (JacksonException e) {
            log.debug("{} answered {} without a problem", service.id(), status, e);
        }
        return unreachable(service, "answered %d".formatted(status), null);
    }

    private static ErrorCode code(String name, int status) {
        for (var known : CommonErrorCode.values()) {
            if (known.name().equals(name)) {
                return known;
            }
        }
        for (var kind : ErrorKind.values()) {
            if (kind.status() == status) {
                return new ReceivedErrorCode(name, kind);
            }
        }
        return new ReceivedErrorCode(name, status < 500 ? ErrorKind.UNREADABLE : ErrorKind.UPSTREAM);
    }

    private static List<FieldError> errors(JsonNode errors) {
        var all = new ArrayList<FieldError>();
        for (var error : errors) {
            all.add(new FieldError(
                    error.path("pointer").asString(""), error.path("detail").asString("")));
        }
        return all;
    }

    private static CodedException unreachable(ServiceId service, String what, @Nullable Throwable cause) {
        return new CodedException(
                CommonErrorCode.SERVICE_UNREACHABLE, "The %s service %s.".formatted(service.id(), what), cause);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** Whatever goes wrong on the way is one kind of failure. */
    private static final class UnreachableAsFailure extends HttpExchangeAdapterDecorator {

        private final ServiceId service;

        UnreachableAsFailure(HttpExchangeAdapter adapter, ServiceId service) {
            super(adapter);
            this.service = service;
        }

        @Override
        public void exchange(HttpRequestValues values) {
            try {
                super.exchange(values);
            } catch (RestClientException e) {
                throw noAnswer(e);
            }
        }

        @Override
        public <T> @Nullable T exchangeForBody(HttpRequestValues values, ParameterizedTypeReference<T> type) {
            try {
                return super.exchangeForBody(values, type);
            } catch (RestClientException e) {
                throw noAnswer(e);
            }
        }

        @Override
        public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues values, ParameterizedTypeReference<T> type) {
            try {
                return super.exchangeForEntity(values, type);
            } catch (RestClientException e) {
                throw noAnswer(e);
            }
        }

        @Override
        public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues values) {
            try {
                return super.exchangeForBodilessEntity(values);
            } catch (RestClientException e) {
                throw noAnswer(e);
            }
        }

        private CodedException noAnswer(RestClientException failure) {
            return unreachable(service, "does not answer", failure);
        }
    }
}
