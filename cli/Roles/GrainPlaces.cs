using Orleans.Configuration;

namespace EduAnalytics.Cli.Roles;

/// <summary>How the silos of a cluster know where a grain lives.</summary>
internal static class GrainPlaces
{
    /// <summary>
    /// Silos agree on who knows the place of a grain before anybody is told it, so that a grain lives in one place while they come
    /// and go. The runtime's usual way forgets with each silo that goes where a part of the others' grains live: these are ended
    /// too, and one that came to life twice for a while tells each reader another total.
    /// </summary>
    public static ISiloBuilder KeepGrainsInOnePlace(this ISiloBuilder silo)
    {
#pragma warning disable ORLEANSEXP003 // Marked as experimental by the runtime; why it is used all the same, and what was seen of it, is in docs/decisions/0039.
        silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003

        // A silo that was given up might still run, and its grains are held back for half a minute for that. The journal refuses
        // what such a grain would write, so nobody has to wait.
        return silo.Configure<GrainDirectoryOptions>(directory => directory.RangeLeaseDuration = TimeSpan.Zero);
    }
}
