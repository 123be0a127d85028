using EduAnalytics.Gateway.Transport.Errors;
using GraphQL.Execution;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>
/// Parses documents. The parser stops at a nesting that would cost it its stack, long before the depth rule could
/// look; that is the sender's doing and must not come out as a fault of ours.
/// </summary>
internal sealed class DocumentParser : IDocumentBuilder
{
    private const int DeepestNesting = 512;
    private readonly GraphQLDocumentBuilder _parser = new() { MaxDepth = DeepestNesting };

    public GraphQLDocument Build(string body)
    {
        try
        {
            return _parser.Build(body);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw new RequestError($"The document nests deeper than {DeepestNesting} levels.") { Code = ErrorCodes.QueryTooDeep };
        }
    }
}
