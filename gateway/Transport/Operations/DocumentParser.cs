using EduAnalytics.Gateway.Transport.Limits;
using GraphQL.Execution;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>
/// Parses documents within the limits that a document alone can exceed. They are held before the document is validated,
/// since the validation's own work grows with fields and fragment visits.
/// </summary>
internal sealed class DocumentParser(IOptions<GatewayOptions> options) : IDocumentBuilder
{
    /// <summary>
    /// The parser counts a step for each syntax node, up to four for one pair of brackets; the scan before it is what
    /// holds the limit.
    /// </summary>
    private const int StepsANesting = 4;

    private readonly GraphQLDocumentBuilder _parser = new() { MaxDepth = options.Value.MaxNesting * StepsANesting };

    public GraphQLDocument Build(string body)
    {
        var limits = options.Value;
        if (body.Length > limits.MaxDocumentCharacters)
            throw LimitExceededError.TooLong(body.Length, limits.MaxDocumentCharacters);
        TokenScan.Check(body, limits.MaxTokens, limits.MaxNesting);
        var document = Parse(body);
        var fragments = new DocumentFragments(document);
        var count = SelectionCount.Of(document, fragments);
        if (count.FragmentVisits > limits.MaxFragmentVisits)
            throw LimitExceededError.TooManyFragmentVisits(count.FragmentVisits, limits.MaxFragmentVisits);
        if (count.Fields > limits.MaxFields)
            throw LimitExceededError.TooManyFields(count.Fields, limits.MaxFields);
        if (MergeCount.Of(document, fragments) is var merges && merges > limits.MaxFieldMerges)
            throw LimitExceededError.TooManyFieldMerges(merges, limits.MaxFieldMerges);
        return document;
    }

    private GraphQLDocument Parse(string body)
    {
        try
        {
            // The parser counts a carriage return alone as the end of a line, and fails at showing that line of an error.
            return _parser.Build(body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw LimitExceededError.NestedTooDeep(options.Value.MaxNesting + 1, options.Value.MaxNesting);
        }
    }
}
