using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Contracts.Replicas;

/// <summary>
/// All that a district's or a city's answers rest on, as a few numbers. While it is the same, the grain would answer a question
/// as it did before: a reader that holds the answer needs to ask for no more than this.
/// </summary>
/// <param name="Unit">Whose answers they are.</param>
/// <param name="Activation">Another one each time the grain comes to life: what it remembers of what was shown goes with it.</param>
/// <param name="Measures">The version of its own statements and of its children's rows.</param>
/// <param name="Tree">The version of the tree of org units that it knows.</param>
/// <param name="Heard">How often it took over what its children hold back; a district is told nothing, and this stays 0.</param>
[GenerateSerializer, Immutable]
public readonly record struct AnswerVersion(OrgUnitId Unit, Guid Activation, long Measures, long Tree, long Heard);
