using GraphQLParser;

namespace EduAnalytics.Gateway.Transport.Limits;

/// <summary>
/// Counts a document's tokens and its nesting without building anything, so that a document made to exhaust the parser
/// is refused before the parser sees it.
/// </summary>
internal static class TokenScan
{
    /// <summary>Throws where one of the two is exceeded.</summary>
    /// <exception cref="LimitExceededError">It has more tokens, or nests deeper, than allowed.</exception>
    public static void Check(string document, int maxTokens, int maxNesting)
    {
        var (tokens, nesting, position) = (0, 0, 0);
        while (true)
        {
            Token token;
            try
            {
                token = Lexer.Lex(document, position);
            }
            catch (GraphQLParser.Exceptions.GraphQLSyntaxErrorException)
            {
                // The parser will say it with line and column.
                return;
            }
            if (token.Kind == TokenKind.EOF)
                return;
            if (++tokens > maxTokens)
                throw LimitExceededError.TooManyTokens(tokens, maxTokens);
            nesting += Step(token.Kind);
            if (nesting > maxNesting)
                throw LimitExceededError.NestedTooDeep(nesting, maxNesting);
            position = token.End;
        }
    }

    private static int Step(TokenKind kind) => kind switch
    {
        TokenKind.BRACE_L or TokenKind.BRACKET_L or TokenKind.PAREN_L => 1,
        TokenKind.BRACE_R or TokenKind.BRACKET_R or TokenKind.PAREN_R => -1,
        _ => 0,
    };
}
