using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Calls;

/// <summary>How long a list waits for one unit that is asked itself, and what is said of one that does not answer.</summary>
internal static class UnitPatience
{
    /// <summary>
    /// Longer than a cluster takes to find that a silo is dead and to wake its units elsewhere, so that what comes back is
    /// waited for; half of what an operation may take, so that what does not is named.
    /// </summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(15);

    /// <exception cref="UnitSilentException">The unit did not answer in time.</exception>
    public static Task<T> Within<T>(this Task<T> answer, OrgUnit unit, TimeProvider? time = null) => answer.Within(unit, patience, time);

    /// <inheritdoc cref="Within{T}(Task{T}, OrgUnit, TimeProvider)"/>
    /// <param name="patience">How long it is waited for.</param>
    public static async Task<T> Within<T>(this Task<T> answer, OrgUnit unit, TimeSpan patience, TimeProvider? time = null)
    {
        try
        {
            return await answer.WaitAsync(patience, time ?? TimeProvider.System);
        }
        catch (TimeoutException late)
        {
            throw new UnitSilentException(unit, late);
        }
    }
}
