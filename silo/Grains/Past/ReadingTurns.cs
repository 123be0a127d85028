namespace EduAnalytics.Grains.Past;

/// <summary>
/// Lets few readings go on at once, whoever asks for how many: the journal's readers are few in a silo, and those who
/// wake or send need them too. The first who came is the first served, so that of many at least some are soon done.
/// </summary>
internal sealed class ReadingTurns : IDisposable
{
    /// <summary>One is read while another's query is under way; more would be done no sooner.</summary>
    public const int DistrictsAtOnce = 2;

    public const int SchoolsAtOnce = 4;

    private readonly SemaphoreSlim districts = new(DistrictsAtOnce);
    private readonly SemaphoreSlim schools = new(SchoolsAtOnce);
    private readonly SemaphoreSlim step = new(1);

    public void Dispose()
    {
        districts.Dispose();
        schools.Dispose();
        step.Dispose();
    }

    public Task<T> District<T>(Func<Task<T>> read) => In(districts, read);

    public Task<T> School<T>(Func<Task<T>> read) => In(schools, read);

    /// <summary>What keeps a processor busy for some milliseconds, such as the replay of one school. Within the others' turns.</summary>
    public Task<T> Step<T>(Func<Task<T>> work) => In(step, work);

    private static async Task<T> In<T>(SemaphoreSlim turn, Func<Task<T>> read)
    {
        await turn.WaitAsync();
        try
        {
            return await read();
        }
        finally
        {
            turn.Release();
        }
    }
}
