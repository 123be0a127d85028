using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Dashboard.SignIn;

/// <summary>
/// Tells the services of a request that is no page's whose it is. Pages and circuits are told by Blazor; a picture's
/// address asks the gateway for the same reader by the same means.
/// </summary>
internal sealed class RequestReader : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.RequestServices.GetService<AuthenticationStateProvider>() is IHostEnvironmentAuthenticationStateProvider reader)
            reader.SetAuthenticationState(Task.FromResult(new AuthenticationState(http.User)));
        return next(context);
    }
}
