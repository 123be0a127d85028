using EduAnalytics.Gateway.Access.Issuers;
using EduAnalytics.Gateway.Access.Requirements;
using EduAnalytics.Gateway.Access.Sessions;
using EduAnalytics.Gateway.Access.Tokens;
using EduAnalytics.Gateway.Transport.WebSocket;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Access;

internal static class AccessServices
{
    /// <summary>
    /// Who comes, by whichever way, and that nobody is served who is not let in. Whether anyone must say who he is depends
    /// on the options; the way of a request is the same.
    /// </summary>
    public static IServiceCollection AddEduAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AccessOptions>, AccessOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ITokenFeed, SiloTokens>();
        services.AddSingleton<TokenRegister>();
        services.AddHostedService(provider => provider.GetRequiredService<TokenRegister>());
        services.AddSingleton<ICallers, SignedInCallers>();
        services.AddSingleton<CallerWatch>();
        services.AddSingleton<PresentedTokens>();
        services.AddSingleton<IConnectionAdmission, CallerAdmission>();

        services.AddAntiforgery();
        services.AddAuthentication(AccessSchemes.Any)
            .AddPolicyScheme(AccessSchemes.Any, null, any => any.ForwardDefaultSelector = AccessSchemes.Of)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(AccessSchemes.Token, null)
            .AddJwtBearer(AccessSchemes.Issuer, _ => { })
            .AddCookie(AccessSchemes.Session, SessionAuthentication.Configure);
        IssuerTokens.Configure(services);
        IssuerPage.Configure(services);

        // Deny by default: an address that is added without a thought is one that asks for a caller.
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicy([new CallerRequirement()], []))
            .AddPolicy(AccessPolicies.Machines, new AuthorizationPolicy([new CallerRequirement(), new AdministratorRequirement()], []));
        services.AddSingleton<IAuthorizationHandler, CallerRequirementCheck>();
        services.AddSingleton<IAuthorizationHandler, AdministratorRequirementCheck>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, CallerRefusal>();
        return services;
    }
}
