using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Indicators;

internal sealed class FormulaTermType : OutputType<FormulaTerm>
{
    public FormulaTermType()
    {
        Name = "FormulaTerm";
        Required<IdGraphType>("code").From(source => source.Code);
        Required<StringGraphType>("name").From(source => source.Name);
        Required<StringGraphType>("nameEn").From(source => source.NameEn);
    }
}
