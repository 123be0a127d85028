namespace EduAnalytics.Cli.Up;

/// <param name="Data">The directory of the data: the journal, unless a store is named, and the pages' keys.</param>
/// <param name="Empty">True to leave an empty journal empty.</param>
/// <param name="Catalogue">The directory of measures, indicators and standards.</param>
/// <param name="Store">The connection string of the PostgreSQL database for the journal; null for what the configuration says.</param>
internal sealed record UpSettings(int Port, string Data, bool Empty, string Catalogue, string? Store = null) : ListenSettings(Port)
{
    /// <summary>Whether callers must show an API token, whatever the configuration says.</summary>
    public bool SignIn { get; init; }

    /// <summary>The port of <c>/metrics</c>; null for what the configuration says.</summary>
    public int? MetricsPort { get; init; }

    /// <summary>The directory of what an empty journal is filled with.</summary>
    public string Samples { get; init; } = ShippedSamples;

    /// <summary>Those that come with the program.</summary>
    public static string ShippedSamples => Path.Combine(AppContext.BaseDirectory, "samples");
}
