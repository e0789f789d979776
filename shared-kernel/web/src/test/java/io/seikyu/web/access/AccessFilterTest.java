package io.seikyu.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.eventlog.LogUnavailableException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AccessFilterTest {
    @Test
    void whileKeysCannotBeLookedUpNobodyPassesAndIsToldToComeAgain() throws ServletException, IOException {
        KeyRing ring = new KeyRing(new Unreachable(), Clock.systemUTC());
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/invoices");
        request.setServletPath("/v1/invoices");
        request.addHeader("Authorization", "Bearer sk_x");
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();

        new AccessFilter(() -> ring).doFilter(request, response, chain);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isNotNull();
        assertThat(chain.getRequest()).isNull();
    }

    private static final class Unreachable implements KeyEvents {
        @Override
        public long generation() {
            throw new LogUnavailableException("nobody answers", null, false);
        }

        @Override
        public List<AccessEvent> from(long sequence) {
            return List.of();
        }
    }
}
