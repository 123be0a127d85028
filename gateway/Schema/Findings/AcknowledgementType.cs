using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Findings;

internal sealed class AcknowledgementType : OutputType<Released<Acknowledgement>>
{
    public AcknowledgementType()
    {
        Name = "Acknowledgement";
        Description = "Somebody's word that a finding is known. It holds for the numbers that stood side by side when it was given.";
        Optional<StringGraphType>("by")
            .Description("The name under which the caller signed in. Null for who is none of the unit's staff.")
            .From(source => source.Shown.By is { Length: > 0 } by ? by : null);
        Optional<StringGraphType>("note")
            .Description("Why the finding may stand, or what is being done. Null for who is none of the unit's staff, since it may tell a withheld count.")
            .From(source => source.Shown.Note is { Length: > 0 } note ? note : null);
        Required<DateTimeScalar>("at").From(source => source.Shown.At);
    }
}
