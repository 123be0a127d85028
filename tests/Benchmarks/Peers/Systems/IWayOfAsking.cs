using EduAnalytics.Benchmarks.City;
using EduAnalytics.Benchmarks.Gateway;

namespace EduAnalytics.Benchmarks.Peers.Systems;

/// <summary>A way of asking one system for the pass rates of all districts over all years.</summary>
internal interface IWayOfAsking
{
    string Name { get; }

    /// <summary>The answer once, by district and year.</summary>
    Task<IReadOnlyList<ComparedCell>> Ask();

    /// <summary>Asks without a pause, over so many connections.</summary>
    Task<Load> Ask(int connections, int seconds);

    /// <summary>Stores a result durably and does what makes it visible this way.</summary>
    Task Add(FitnessResult result);

    /// <summary>The city's number of students tested in a year, as it is seen this way.</summary>
    Task<long> TestedInCity(int year);
}
