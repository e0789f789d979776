package io.seikyu.web.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.contract.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AccessCheckTest {
    @Test
    void refusesToStartWithARouteThatSaysNothingOfRoles() {
        assertThatThrownBy(() -> check(Open.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/v1/open");
    }

    @Test
    void startsWhenEveryRouteSaysWhoMayCallIt() {
        assertThatCode(() -> check(Guarded.class)).doesNotThrowAnyException();
    }

    private static void check(Class<?> controller) {
        try (StaticApplicationContext context = new StaticApplicationContext()) {
            context.registerSingleton("controller", controller);
            RequestMappingHandlerMapping routes = new RequestMappingHandlerMapping();
            routes.setApplicationContext(context);
            routes.afterPropertiesSet();
            new AccessCheck(routes).afterSingletonsInstantiated();
        }
    }

    @RestController
    static class Open {
        @GetMapping("/v1/open")
        String open() {
            return "";
        }
    }

    @RestController
    static class Guarded {
        @GetMapping("/v1/guarded")
        @Access(Role.AUDITOR)
        String guarded() {
            return "";
        }

        @GetMapping("/v1/all")
        @AnyRole
        String all() {
            return "";
        }

        @GetMapping("/health")
        String health() {
            return "";
        }
    }
}
