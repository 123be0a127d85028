using System.Collections.Concurrent;
using System.Security.Claims;
using EduAnalytics.Gateway.Access;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.Access;

/// <summary>Callers whose rights a test changes while they are connected.</summary>
public sealed class ChangingCallers(ICallers callers) : ICallers
{
    private readonly ConcurrentDictionary<Caller, Caller?> changed = new();

    /// <param name="to">Null to withdraw the right.</param>
    public void Change(ClaimsPrincipal from, Caller? to) => changed[callers.Present(from)!] = to;

    public Caller? Present(ClaimsPrincipal? user) =>
        callers.Present(user) is { } known ? changed.GetValueOrDefault(known, known) : null;
}

internal static class ChangingCallersServices
{
    /// <summary>Puts them before the callers registered so far.</summary>
    public static void AddChangingCallers(this IServiceCollection services)
    {
        var known = services.Last(service => service.ServiceType == typeof(ICallers)).ImplementationType!;
        services.AddSingleton(provider => new ChangingCallers((ICallers)ActivatorUtilities.CreateInstance(provider, known)));
        services.AddSingleton<ICallers>(provider => provider.GetRequiredService<ChangingCallers>());
    }
}
