using System.Collections.Immutable;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct EnrolmentEventSurrogate
{
    [Id(0)] public string Student;
    [Id(1)] public EnrolmentKind Kind;
    [Id(2)] public DateOnly Date;
    [Id(3)] public int? Grade;
    [Id(4)] public Sex? Sex;
    [Id(5)] public string? Reason;
}

[RegisterConverter]
internal sealed class EnrolmentEventConverter : IConverter<EnrolmentEvent, EnrolmentEventSurrogate>
{
    public EnrolmentEvent ConvertFromSurrogate(in EnrolmentEventSurrogate surrogate) => new(surrogate.Student, surrogate.Kind, surrogate.Date, surrogate.Grade, surrogate.Sex, surrogate.Reason);

    public EnrolmentEventSurrogate ConvertToSurrogate(in EnrolmentEvent value) => new() { Student = value.Student, Kind = value.Kind, Date = value.Date, Grade = value.Grade, Sex = value.Sex, Reason = value.Reason };
}

[GenerateSerializer]
internal struct FitnessItemValueSurrogate
{
    [Id(0)] public string Item;
    [Id(1)] public decimal Value;
}

[RegisterConverter]
internal sealed class FitnessItemValueConverter : IConverter<FitnessItemValue, FitnessItemValueSurrogate>
{
    public FitnessItemValue ConvertFromSurrogate(in FitnessItemValueSurrogate surrogate) => new(surrogate.Item, surrogate.Value);

    public FitnessItemValueSurrogate ConvertToSurrogate(in FitnessItemValue value) => new() { Item = value.Item, Value = value.Value };
}

/// <summary>A score, once always there, may now be missing: that is a field of its own, so that older processes read the rest.</summary>
[GenerateSerializer]
internal struct FitnessResultSurrogate
{
    [Id(0)] public string Student;
    [Id(1)] public DateOnly TestedOn;
    [Id(2)] public int Grade;
    [Id(3)] public Sex Sex;
    [Id(4)] public decimal Score;
    [Id(5)] public bool Unscored;
    [Id(6)] public ImmutableArray<FitnessItemValue>? Items;
}

[RegisterConverter]
internal sealed class FitnessResultConverter : IConverter<FitnessResult, FitnessResultSurrogate>
{
    public FitnessResult ConvertFromSurrogate(in FitnessResultSurrogate surrogate) =>
        new(surrogate.Student, surrogate.TestedOn, surrogate.Grade, surrogate.Sex, surrogate.Unscored ? null : surrogate.Score, surrogate.Items);

    public FitnessResultSurrogate ConvertToSurrogate(in FitnessResult value) => new()
    {
        Student = value.Student,
        TestedOn = value.TestedOn,
        Grade = value.Grade,
        Sex = value.Sex,
        Score = value.Score ?? 0,
        Unscored = value.Score is null,
        Items = value.Items,
    };
}
