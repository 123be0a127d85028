using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Export.Requests;

/// <summary>Why an address gives no file, as <c>application/problem+json</c>.</summary>
/// <param name="Code">One of the codes that the schema's errors have.</param>
/// <param name="Parameter">The part of the address that is wrong; null where none is.</param>
/// <param name="Detail">What was given and what was expected, as a sentence.</param>
internal sealed record ExportProblem(int Status, string Code, string? Parameter, string Detail)
{
    /// <summary>The reference under which the log tells more; null where there is no more to tell.</summary>
    public string? Reference { get; init; }

    public bool IsRetryable { get; init; }

    public static ExportProblem Bad(string parameter, string detail) =>
        new(StatusCodes.Status400BadRequest, QueryErrorCodes.BadArgument, parameter, detail);

    /// <summary>A request that is turned away before its address is read.</summary>
    public static ExportProblem Of(HttpProblem problem) =>
        new(problem.Status, problem.Code, null, problem.Message) { IsRetryable = problem.RetryAfter is not null };

    /// <summary>A refused comparison, whose input may have come from any of the parameters.</summary>
    public static ExportProblem Of(QueryRefusedException refused, ComparisonQuery query) => Of(refused, ParameterOf(refused, query));

    /// <summary>A refused list, each of whose parameters holds one thing.</summary>
    public static ExportProblem Of(QueryRefusedException refused) => Of(refused, refused.Code switch
    {
        QueryErrorCodes.Unauthenticated => null,
        QueryErrorCodes.UnknownOrgUnit or QueryErrorCodes.Forbidden => "orgUnit",
        QueryErrorCodes.UnknownIndicator => "indicator",
        QueryErrorCodes.UnknownStandard => "standard",
        QueryErrorCodes.WrongPeriod => "period",
        _ => refused.Input,
    });

    private static ExportProblem Of(QueryRefusedException refused, string? parameter) => new(
        refused.Code switch
        {
            QueryErrorCodes.Unauthenticated => StatusCodes.Status401Unauthorized,
            QueryErrorCodes.Forbidden => StatusCodes.Status403Forbidden,
            QueryErrorCodes.UnknownOrgUnit or QueryErrorCodes.UnknownIndicator or QueryErrorCodes.UnknownStandard => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status400BadRequest,
        },
        refused.Code,
        parameter,
        refused.Message);

    public IResult AsResult()
    {
        Dictionary<string, object?> more = new() { ["code"] = Code };
        if (Parameter is not null)
            more["parameter"] = Parameter;
        if (Reference is not null)
            more["reference"] = Reference;
        if (IsRetryable)
            more["retryable"] = true;
        return Results.Problem(Detail, statusCode: Status, extensions: more);
    }

    private static string? ParameterOf(QueryRefusedException refused, ComparisonQuery query) => refused.Code switch
    {
        QueryErrorCodes.Unauthenticated => null,
        QueryErrorCodes.UnknownOrgUnit or QueryErrorCodes.Forbidden => refused.Input == query.ChildrenOf ? "childrenOf" : "orgUnits",
        QueryErrorCodes.UnknownIndicator => "indicators",
        QueryErrorCodes.WrongStage => "stage",
        QueryErrorCodes.WrongPeriod => refused.Input == query.Range.From?.ToString() ? "from" : "to",
        _ => refused.Input.Contains("..", StringComparison.Ordinal) ? "from" : refused.Input,
    };
}
