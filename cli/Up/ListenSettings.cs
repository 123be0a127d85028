using System.Net;

namespace EduAnalytics.Cli.Up;

/// <summary>Where a process hears browsers and programs.</summary>
/// <param name="Port">The port for pages, GraphQL and health.</param>
internal record ListenSettings(int Port)
{
    /// <summary>This machine's address to listen at; null for loopback.</summary>
    public IPAddress? Bind { get; init; }

    public bool IsLoopback => Bind is null || IPAddress.IsLoopback(Bind);

    /// <summary>Where a program on this machine reaches the process.</summary>
    public string Address => $"http://{new IPEndPoint(Bind is null || ListensEverywhere ? IPAddress.Loopback : Bind, Port)}";

    public bool ListensEverywhere => Bind is not null && (Bind.Equals(IPAddress.Any) || Bind.Equals(IPAddress.IPv6Any));
}
