using System.Text.Json;
using System.Text.RegularExpressions;
using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests.Documents;

/// <summary>A query that a document shows.</summary>
/// <param name="Answer">What the document says is answered, errors and all where there are any; null where it says nothing.</param>
public sealed partial record ShownQuery(string Text, JsonElement? Answer)
{
    public bool IsSubscription => Subscription().IsMatch(Text);

    /// <summary>The blocks marked <c>graphql</c>, each with the block marked <c>json</c> that follows it at once.</summary>
    public static IReadOnlyList<ShownQuery> In(string document) =>
    [
        .. Blocks().Matches(File.ReadAllText(Path.Combine(Repository.Root, document))).Select(match => new ShownQuery(
            match.Groups["query"].Value,
            match.Groups["answer"] is { Success: true } answer ? JsonDocument.Parse(answer.Value).RootElement : null)),
    ];

    [GeneratedRegex(@"^```graphql\n(?<query>.*?)^```\n(```json\n(?<answer>.*?)^```\n)?", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^subscription\b", RegexOptions.Multiline)]
    private static partial Regex Subscription();
}
