using EduAnalytics.Gateway.Transport.Costs;
using GraphQL.Validation;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>The validation rules of each transport, built once.</summary>
internal sealed class OperationRules
{
    private readonly Dictionary<OperationKinds, (IValidationRule[] Full, IValidationRule[] Repeated)> _rules = [];

    public OperationRules(IOptions<GatewayOptions> options, IEnumerable<ICostBasis> bases)
    {
        var cost = new CostRule(options.Value, bases.SingleOrDefault());
        foreach (var kinds in Enum.GetValues<OperationKinds>())
        {
            IValidationRule[] own = [new OperationKindRule(kinds), cost];
            // A document that asks for the schema is never known where that is refused.
            IValidationRule[] first = options.Value.Introspection ? own : [new IntrospectionRule(), .. own];
            _rules[kinds] = ([.. DocumentValidator.CoreRules, .. first], own);
        }
    }

    /// <summary>All rules, for a document seen for the first time.</summary>
    public IReadOnlyList<IValidationRule> For(OperationKinds kinds) => _rules[kinds].Full;

    /// <summary>The rules that depend on the request and not on the document alone.</summary>
    public IReadOnlyList<IValidationRule> ForKnownDocument(OperationKinds kinds) => _rules[kinds].Repeated;
}
