using System.Security.Claims;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>On whose behalf an operation runs, and the services of its scope.</summary>
internal sealed record OperationCaller(ClaimsPrincipal User, IServiceProvider Services);
