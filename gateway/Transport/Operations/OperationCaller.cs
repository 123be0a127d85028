using System.Security.Claims;
using EduAnalytics.Gateway.Transport.Rates;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>On whose behalf an operation runs, and the services of its scope.</summary>
/// <param name="Key">As whom it is counted; null where it is not, as for a client in this process.</param>
internal sealed record OperationCaller(ClaimsPrincipal User, IServiceProvider Services, CallerKey? Key = null);
