using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Grains.Past;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Grains.Districts;

/// <summary>
/// A district's questions to its schools for what no row holds. Whichever school does not answer in time is read from the
/// journal: a list of the district neither waits for a school that hangs nor passes over it.
/// </summary>
/// <param name="journaled">Reads a school from the journal.</param>
internal sealed class PatientQuestions(IGrainFactory grains, PastReader journaled, TimeProvider time, ILogger logger)
{
    /// <summary>A school wakes in some tens of milliseconds and answers in one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="ask">Asks the school itself.</param>
    /// <param name="read">Finds the same in what the journal says of it. Runs beside the grains' schedulers.</param>
    public async Task<T> Ask<T>(OrgUnit school, Func<ISchoolGrain, Task<T>> ask, Func<PastSchool, T> read)
    {
        try
        {
            return await ask(grains.GetGrain<ISchoolGrain>(school.Id.Code)).WaitAsync(Patience, time);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            logger.LogWarning(e, "{School} did not answer its district; it is read from the journal.", school.Id);
            var stored = await journaled.School(school, PastReader.Newest);
            return await Task.Run(() => read(stored));
        }
    }
}
