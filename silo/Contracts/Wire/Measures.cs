using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct MeasureKeySurrogate
{
    [Id(0)] public string Code;
    [Id(1)] public Period Period;
    [Id(2)] public SchoolStage? Stage;
}

[RegisterConverter]
internal sealed class MeasureKeyConverter : IConverter<MeasureKey, MeasureKeySurrogate>
{
    public MeasureKey ConvertFromSurrogate(in MeasureKeySurrogate surrogate) => new(surrogate.Code, surrogate.Period, surrogate.Stage);

    public MeasureKeySurrogate ConvertToSurrogate(in MeasureKey value) => new() { Code = value.Code, Period = value.Period, Stage = value.Stage };
}

[GenerateSerializer]
internal struct MeasureTotalSurrogate
{
    [Id(0)] public decimal Value;
    [Id(1)] public int ReportedUnits;
    [Id(2)] public int ExpectedUnits;
    [Id(3)] public DateTimeOffset AcceptedAt;
}

[RegisterConverter]
internal sealed class MeasureTotalConverter : IConverter<MeasureTotal, MeasureTotalSurrogate>
{
    public MeasureTotal ConvertFromSurrogate(in MeasureTotalSurrogate surrogate) => new(surrogate.Value, surrogate.ReportedUnits, surrogate.ExpectedUnits, surrogate.AcceptedAt);

    public MeasureTotalSurrogate ConvertToSurrogate(in MeasureTotal value) => new() { Value = value.Value, ReportedUnits = value.ReportedUnits, ExpectedUnits = value.ExpectedUnits, AcceptedAt = value.AcceptedAt };
}

[GenerateSerializer]
internal struct FigureSurrogate
{
    [Id(0)] public string Code;
    [Id(1)] public Period Period;
    [Id(2)] public SchoolStage? Stage;
    [Id(3)] public decimal Value;
    [Id(4)] public string? Quote;
    [Id(5)] public string? File;
    [Id(6)] public long Line;
}

[RegisterConverter]
internal sealed class FigureConverter : IConverter<Figure, FigureSurrogate>
{
    public Figure ConvertFromSurrogate(in FigureSurrogate surrogate) => new(surrogate.Code, surrogate.Period, surrogate.Stage, surrogate.Value, surrogate.Quote, surrogate.File is { } file ? new FigurePlace(file, surrogate.Line) : null);

    public FigureSurrogate ConvertToSurrogate(in Figure value) => new() { Code = value.Code, Period = value.Period, Stage = value.Stage, Value = value.Value, Quote = value.Quote, File = value.Place?.File, Line = value.Place?.Line ?? 0 };
}

[GenerateSerializer]
internal struct SourceSurrogate
{
    [Id(0)] public string Document;
    [Id(1)] public string? Section;
}

[RegisterConverter]
internal sealed class SourceConverter : IConverter<Source, SourceSurrogate>
{
    public Source ConvertFromSurrogate(in SourceSurrogate surrogate) => new(surrogate.Document, surrogate.Section);

    public SourceSurrogate ConvertToSurrogate(in Source value) => new() { Document = value.Document, Section = value.Section };
}
