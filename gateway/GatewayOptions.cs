using EduAnalytics.Gateway.Transport.Persisted;
using EduAnalytics.Gateway.Transport.Rates;

namespace EduAnalytics.Gateway;

/// <summary>What the gateway accepts and how long it waits; section <c>Gateway</c> of the configuration.</summary>
public sealed class GatewayOptions
{
    public const string Section = "Gateway";

    /// <summary>Largest request body or socket message, in bytes: a year's enrolment events of a large school fit many times.</summary>
    public int MaxRequestBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Deepest nesting of fields. The introspection query of today's tools reaches 15.</summary>
    public int MaxDepth { get; set; } = 24;

    /// <summary>Longest document, in characters. What varies belongs into variables, which only the request's size bounds.</summary>
    public int MaxDocumentCharacters { get; set; } = 1_000_000;

    /// <summary>Most tokens of a document: names, numbers, strings and punctuation.</summary>
    public int MaxTokens { get; set; } = 100_000;

    /// <summary>Deepest nesting of brackets of any kind that is parsed at all.</summary>
    public int MaxNesting { get; set; } = 200;

    /// <summary>Most fields of a document, and of an operation, those of a fragment counted wherever it is spread.</summary>
    public int MaxFields { get; set; } = 2_048;

    /// <summary>Most pairs of fields under one name that have to be compared before they are merged.</summary>
    public int MaxFieldMerges { get; set; } = 10_000;

    /// <summary>How often a document's operations may visit fragments, those within fragments counted.</summary>
    public int MaxFragmentVisits { get; set; } = 1_000;

    /// <summary>Most calls to grains that one operation may cost, reckoned before it runs.</summary>
    public int MaxGrainCalls { get; set; } = 5_000;

    /// <summary>Most cells (values of an indicator, of a unit, in a period) that one operation may cost.</summary>
    public int MaxCells { get; set; } = 2_000_000;

    /// <summary>Most objects that one answer may come to.</summary>
    public int MaxObjects { get; set; } = 500_000;

    /// <summary>How long one query or mutation, or the start of one subscription, may take, in seconds.</summary>
    public int ExecutionTimeoutSeconds { get; set; } = 30;

    /// <summary>How long a new socket may keep silent before its <c>connection_init</c>, in seconds.</summary>
    public int ConnectionInitTimeoutSeconds { get; set; } = 10;

    /// <summary>Operations that one socket, or one shared event stream, may have running at once.</summary>
    public int MaxOperationsPerSocket { get; set; } = 256;

    /// <summary>Event streams that may be reserved or open at once in graphql-sse's single connection mode, over all callers.</summary>
    public int MaxSharedStreams { get; set; } = 10_000;

    /// <summary>How long a reserved event stream waits for its client to open it, in seconds.</summary>
    public int StreamReservationSeconds { get; set; } = 30;

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

    /// <summary>Whether clients may ask for the schema itself, by <c>__schema</c>, <c>__type</c> or <c>/graphql/schema.graphql</c>.</summary>
    public bool Introspection { get; set; } = true;

    /// <summary>How much one caller may ask for.</summary>
    public RateOptions Rates { get; } = new();

    /// <summary>Persisted and known operations.</summary>
    public OperationOptions Operations { get; } = new();

    /// <summary>
    /// Further origins (<c>https://host:port</c>) whose pages may open a socket. The gateway's own origin always may;
    /// without this check any page that the user visits could write to a gateway on the user's own machine.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];
}
