package io.moneyprinter.service.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.hosting.HostedServices;
import io.moneyprinter.service.hosting.ServiceId;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Makes and checks the short-lived tokens by which our processes know each other. */
public final class ServiceTokens {

    private static final Duration LIFETIME = Duration.ofSeconds(60);

    /** Clocks of two machines differ by less. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final JOSEObjectType TYPE = new JOSEObjectType("moneyprinter-service+jwt");
    private static final String USER = "user_id";

    private final HostedServices self;
    private final Clock clock;
    private final MACSigner signer;
    private final MACVerifier verifier;

    /** @param secret at least 32 bytes */
    public ServiceTokens(byte[] secret, HostedServices self, Clock clock) {
        this.self = self;
        this.clock = clock;
        try {
            signer = new MACSigner(secret);
            verifier = new MACVerifier(secret);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("service secret: too short (expected: at least 32 bytes)", e);
        }
    }

    /** A token for calls to that service. */
    public String issue(ServiceId audience, @Nullable UserId userId) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(self.toString())
                .audience(audience.id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
        if (userId != null) {
            claims.claim(USER, userId.value());
        }
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build(), claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
        return token.serialize();
    }

    /**
     * Checks a token that was sent to this process.
     *
     * @throws CodedException {@code NOT_AUTHENTICATED}
     */
    public ServiceToken verify(String token) {
        try {
            var signed = SignedJWT.parse(token);
            var header = signed.getHeader();
            if (!JWSAlgorithm.HS256.equals(header.getAlgorithm())
                    || !TYPE.equals(header.getType())
                    || !signed.verify(verifier)) {
                throw refused("it is not ours", null);
            }
            var claims = signed.getJWTClaimsSet();
            var expires = claims.getExpirationTime();
            if (expires == null || expires.toInstant().plus(SKEW).isBefore(clock.instant())) {
                throw refused("it has expired", null);
            }
            if (self.services().stream()
                    .noneMatch(service -> claims.getAudience().contains(service.id()))) {
                throw refused("it is for another service", null);
            }
            var user = claims.getStringClaim(USER);
            return new ServiceToken(String.valueOf(claims.getIssuer()), user == null ? null : new UserId(user));
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw refused("it cannot be read", e);
        }
    }

    private static CodedException refused(String reason, @Nullable Exception cause) {
        return new CodedException(
                CommonErrorCode.NOT_AUTHENTICATED, "The service token is refused: %s.".formatted(reason), cause);
    }
}
