namespace EduAnalytics.Gateway;

/// <summary>What the gateway accepts and how long it waits; section <c>Gateway</c> of the configuration.</summary>
public sealed class GatewayOptions
{
    public const string Section = "Gateway";

    /// <summary>Largest request body or socket message, in bytes: a year's enrolment events of a large school fit many times.</summary>
    public int MaxRequestBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Deepest nesting of fields. The introspection query of today's tools reaches 15.</summary>
    public int MaxDepth { get; set; } = 24;

    /// <summary>How long one query or mutation, or the start of one subscription, may take, in seconds.</summary>
    public int ExecutionTimeoutSeconds { get; set; } = 30;

    /// <summary>How long a new socket may keep silent before its <c>connection_init</c>, in seconds.</summary>
    public int ConnectionInitTimeoutSeconds { get; set; } = 10;

    /// <summary>Operations that one socket may have running at once.</summary>
    public int MaxOperationsPerSocket { get; set; } = 256;

    /// <summary>Seconds of silence after which a socket is pinged and an event stream gets a comment line.</summary>
    public int KeepAliveSeconds { get; set; } = 15;

    /// <summary>How many characters of parsed documents are kept so that a repeated query is not parsed and validated again.</summary>
    public int CachedDocumentCharacters { get; set; } = 4_000_000;

    /// <summary>
    /// How many bytes of answers are kept, to be given again while nothing behind them changed; 0 for none. Only a gateway in
    /// the silo's own process keeps any.
    /// </summary>
    public long KeptAnswerBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Units in a page of a list where the reader does not say how many.</summary>
    public int DefaultPageSize { get; set; } = 50;

    /// <summary>The most units that a reader may ask for in one page.</summary>
    public int MaxPageSize { get; set; } = 1_000;

    /// <summary>
    /// Further origins (<c>https://host:port</c>) whose pages may open a socket. The gateway's own origin always may;
    /// without this check any page that the user visits could write to a gateway on the user's own machine.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];
}
