using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Journal.Snapshots;

namespace EduAnalytics.Journal.Events;

/// <summary>How the journal writes and reads JSON: generated at build time, so that no reflection runs per line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(PeriodJson), typeof(OrgUnitIdJson)])]
[JsonSerializable(typeof(FiguresContent))]
[JsonSerializable(typeof(ProblemsContent))]
[JsonSerializable(typeof(AcknowledgementContent))]
[JsonSerializable(typeof(WithdrawalContent))]
[JsonSerializable(typeof(ImmutableArray<EnrolmentEvent>))]
[JsonSerializable(typeof(ImmutableArray<FitnessResult>))]
[JsonSerializable(typeof(ImmutableArray<OrgUnit>))]
[JsonSerializable(typeof(MonthContent))]
[JsonSerializable(typeof(ViewContent))]
[JsonSerializable(typeof(ViewNameContent))]
[JsonSerializable(typeof(ViewIdContent))]
[JsonSerializable(typeof(RowState))]
[JsonSerializable(typeof(SchoolState))]
[JsonSerializable(typeof(AuthorityState))]
internal sealed partial class JournalJson : JsonSerializerContext;

internal sealed class PeriodJson : JsonConverter<Period>
{
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Period.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

internal sealed class OrgUnitIdJson : JsonConverter<OrgUnitId>
{
    public override OrgUnitId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        OrgUnitId.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, OrgUnitId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Code);
}
