using EduAnalytics.Gateway.Transport.Errors;
using GraphQL.Validation;
using GraphQL.Validation.Complexity;
using GraphQL.Validation.Rules.Custom;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>
/// Refuses an operation that nests too deep. Also run for documents from the cache: what <c>@skip</c> leaves out
/// depends on the variables.
/// </summary>
internal sealed class DepthRule(int limit) : ComplexityValidationRule(new ComplexityOptions())
{
    protected override ValueTask ValidateComplexityAsync(ValidationContext context, double totalComplexity, int maxDepth)
    {
        if (maxDepth > limit)
            context.ReportError(new QueryTooDeepError(maxDepth, limit));
        return default;
    }
}
