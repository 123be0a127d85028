using EduAnalytics.Cli.Starting;
using EduAnalytics.Journal.Postgres;

namespace EduAnalytics.Cli.Roles;

/// <summary>That a role finds the tables it needs.</summary>
internal static class StoreReadiness
{
    /// <summary>A silo that may lays them out; anyone else is told who does.</summary>
    /// <exception cref="StartRefusedException">They are missing, or older than this program.</exception>
    public static void Require(RoleSettings settings)
    {
        if (settings is { Role: Role.Silo, Options.Migrate: true })
            PostgresTables.Migrate(settings.Journal, TimeProvider.System);
        else if (!PostgresTables.AreNewest(settings.Journal))
            throw new StartRefusedException(
                "The database has not, or not all of, the tables of this version of the program: run './edu migrate' with its --store, then start this again.");
    }
}
