using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Tests.Sample;

/// <summary>
/// A gateway of a small made-up city, for pages under test: answers the dashboard's own documents by their operation's name.
/// </summary>
public sealed partial class SampleGateway : IGraphQLClient
{
    private Channel<JsonElement> _events = Channel.CreateUnbounded<JsonElement>();

    /// <summary>The variables of every query asked, by its operation's name, in order.</summary>
    public List<(string Operation, IReadOnlyDictionary<string, object?> Variables)> Asked { get; } = [];

    /// <summary>Answers every query until it is taken away.</summary>
    public GraphQLAnswer? Instead { get; set; }

    /// <summary>Thrown at every query, and at every subscription that is begun, until it is taken away.</summary>
    public GraphQLUnreachableException? Broken { get; set; }

    /// <summary>How many subscriptions were begun.</summary>
    public int Subscriptions { get; private set; }

    /// <summary>How many of them hold.</summary>
    public int Following { get; private set; }

    /// <summary>The units of the newest subscription.</summary>
    public IReadOnlyList<string> Followed { get; private set; } = [];

    public SampleCity City { get; init; } = new();

    /// <summary>What is saved here stays for the next question.</summary>
    public SampleViews Views { get; } = new();

    public Task<GraphQLAnswer> ExecuteAsync(
        string document, IReadOnlyDictionary<string, object?> variables, CancellationToken cancellationToken)
    {
        var operation = Operation().Match(document).Groups[1].Value;
        Asked.Add((operation, variables));
        if (Broken is { } fault)
            throw fault;
        return Task.FromResult(Instead ?? new GraphQLAnswer(Views.Answer(operation, variables) ?? City.Answer(operation, variables), [.. City.ErrorsOf(operation)]));
    }

    public async IAsyncEnumerable<JsonElement> SubscribeAsync(
        string document, IReadOnlyDictionary<string, object?> variables, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Subscriptions++;
        Followed = (IReadOnlyList<string>)variables["units"]!;
        if (Broken is { } fault)
            throw fault;
        Following++;
        try
        {
            await foreach (var data in _events.Reader.ReadAllAsync(cancellationToken))
                yield return data;
        }
        finally
        {
            Following--;
        }
    }

    /// <summary>Sends an event to whoever follows.</summary>
    public void Push(object data) => _events.Writer.TryWrite(JsonSerializer.SerializeToElement(data));

    /// <summary>Ends the right of whoever follows.</summary>
    public void EndRight() => _events.Writer.TryComplete(new GraphQLRefusedException([new GraphQLError("ended", "UNAUTHENTICATED", null)]));

    /// <summary>Breaks the connection of whoever follows; the next one holds.</summary>
    public void Break()
    {
        var broken = _events;
        _events = Channel.CreateUnbounded<JsonElement>();
        broken.Writer.TryComplete(new GraphQLUnreachableException("broken by the test"));
    }

    [GeneratedRegex(@"(?m)^(?:query|mutation) (\w+)")]
    private static partial Regex Operation();
}
