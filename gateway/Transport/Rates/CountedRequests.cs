using System.Globalization;
using EduAnalytics.Gateway.Transport.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Transport.Rates;

/// <summary>Holds addresses beside GraphQL to the rates of the caller, in the same count as its operations.</summary>
internal sealed class CountedRequests(CallerRates rates, GatewayInstruments instruments)
{
    /// <summary>Counts what comes to these endpoints. It is counted behind the sign-in, and before anything of it is read.</summary>
    /// <param name="refuse">Writes the refusal in the addresses' own form; status and Retry-After are set.</param>
    public void At(IEndpointConventionBuilder endpoints, Func<HttpContext, HttpProblem, Task> refuse) => endpoints.Add(endpoint =>
    {
        var serve = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = async http =>
        {
            using var lease = rates.Requests.AttemptAcquire(http);
            if (lease.IsAcquired)
            {
                await serve(http);
                return;
            }

            var problem = rates.TooManyRequests(lease);
            instruments.RequestRefused(problem.Code);
            http.Response.StatusCode = problem.Status;
            http.Response.Headers.RetryAfter = HttpProblem.Seconds(problem.RetryAfter!.Value).ToString(CultureInfo.InvariantCulture);
            http.Response.Headers.CacheControl = "no-store";
            await refuse(http, problem);
        };
    });
}
