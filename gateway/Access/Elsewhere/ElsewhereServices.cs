using EduAnalytics.Gateway.Access.Requirements;
using EduAnalytics.Gateway.Access.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Access.Elsewhere;

public static class ElsewhereServices
{
    /// <summary>
    /// For a site without a gateway of its own: readers are known by what they show, which the site passes on
    /// (<see cref="AccessClaims.Shown"/>). It must share the gateway's keys to read its sessions, and its settings of
    /// <see cref="AccessOptions"/>.
    /// </summary>
    public static IServiceCollection AddEduReadersOfGatewayElsewhere(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AccessOptions>, AccessOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ICallers, PassedOnReaders>();
        services.AddAntiforgery();
        services.AddAuthentication(AccessSchemes.Any)
            .AddPolicyScheme(AccessSchemes.Any, null, any => any.ForwardDefaultSelector = ShownAuthentication.SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, ShownAuthentication>(ShownAuthentication.Token, null)
            .AddCookie(AccessSchemes.Session, session =>
            {
                SessionAuthentication.Configure(session);
                session.Events.OnValidatePrincipal = ShownAuthentication.KeepCookie;
            });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicy([new CallerRequirement()], []));
        services.AddSingleton<IAuthorizationHandler, CallerRequirementCheck>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, CallerRefusal>();
        return services;
    }
}
