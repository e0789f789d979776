package io.seikyu.web;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.access.AccessEvent.ApiKeyIssued;
import io.seikyu.contract.access.AccessEvent.ApiKeyRevoked;
import io.seikyu.contract.access.Role;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.AnyRole;
import io.seikyu.web.access.ApiKey;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.KeyEvents;
import io.seikyu.web.access.KeyRing;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Text;
import io.seikyu.web.paging.Cursors;
import io.seikyu.web.paging.Page;
import io.seikyu.web.paging.Paging;
import io.seikyu.web.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An application with a few routes, for tests of what this module gives to every application. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.InfraConfiguration",
            "org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration"
        })
public class TestApplication {
    static final String ADMIN = "sk_admin";
    static final String OPERATOR = "sk_operator";
    static final String CLIENT = "sk_client";
    static final String EXPIRED = "sk_expired";
    static final String REVOKED = "sk_revoked";

    private static final List<AccessEvent> KEYS = List.of(
            issued("admin", ADMIN, Role.ADMIN, null, null),
            issued("operator", OPERATOR, Role.OPERATOR, null, null),
            issued("client", CLIENT, Role.CLIENT, "acme", null),
            issued("expired", EXPIRED, Role.ADMIN, null, LocalDate.of(2020, 1, 1)),
            issued("revoked", REVOKED, Role.ADMIN, null, null),
            new ApiKeyRevoked("revoked", "lost"));

    @Bean
    KeyRing keyRing() {
        return new KeyRing(
                new KeyEvents() {
                    @Override
                    public long generation() {
                        return 1;
                    }

                    @Override
                    public List<AccessEvent> from(long sequence) {
                        return KEYS.subList((int) sequence, KEYS.size());
                    }
                },
                Clock.systemUTC());
    }

    @Bean
    Cursors cursors() {
        return new Cursors(new byte[] {1});
    }

    private static ApiKeyIssued issued(String id, String key, Role role, String client, LocalDate expiresOn) {
        return new ApiKeyIssued(id, ApiKey.hash(key), List.of(role), client, List.of(), expiresOn);
    }

    record NewThing(
            @Text(max = 20) String name,
            BigDecimal price,
            @Nullable String clientId) {}

    record Thing(String name, BigDecimal price, @Nullable String tenant) {}

    record Question(
            @Nullable LocalDate from,
            @Nullable BigDecimal min,
            @Nullable Colour colour,
            @Nullable Integer days) {}

    enum Colour {
        RED,
        BLUE
    }

    /** Routes of every kind. */
    @RestController
    static class Things {
        @PostMapping("/v1/things")
        @Access(Role.OPERATOR)
        Thing make(@RequestBody NewThing thing, Tenancy tenancy) {
            return new Thing(thing.name(), thing.price(), tenancy.tenant(thing.clientId()));
        }

        @GetMapping("/v1/things")
        @AnyRole
        Page<Integer> list(Paging paging) {
            int from =
                    paging.after().map(key -> Integer.parseInt(key.get(0)) + 1).orElse(0);
            List<Integer> found = IntStream.range(from, Math.min(5, from + paging.limit() + 1))
                    .boxed()
                    .toList();
            return paging.page(found, i -> List.of(String.valueOf(i)));
        }

        @GetMapping("/v1/things/{number}")
        @AnyRole
        Map<String, Object> one(
                @PathVariable int number,
                @RequestParam(required = false) LocalDate asOf,
                @RequestParam(required = false) Colour colour,
                @RequestParam(required = false) BigDecimal min,
                Caller caller) {
            return Map.of("number", number, "caller", caller.keyId());
        }

        @GetMapping("/v1/questions")
        @AnyRole
        Question ask(@ParameterObject Question question) {
            return question;
        }

        @GetMapping("/v1/failure")
        @AnyRole
        String fail() {
            throw new IllegalStateException("the password is 'secret'");
        }

        @GetMapping("/v1/limit")
        @AnyRole
        String limited() {
            throw new ProblemException(422, "credit-limit-exceeded", "Only 1000 yen are left.")
                    .with("left", new BigDecimal("1000"))
                    .withHeader("Retry-After", "5");
        }
    }
}
