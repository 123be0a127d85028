using System.Security.Claims;

namespace EduAnalytics.Gateway.Access;

/// <summary>
/// Who a principal is at this moment. Asked at the start of every request and again at every event of a subscription, so that
/// a right that ended or was narrowed ends there too.
/// </summary>
public interface ICallers
{
    /// <summary>Null where the principal has no right, or no longer has one.</summary>
    Caller? Present(ClaimsPrincipal? user);
}
