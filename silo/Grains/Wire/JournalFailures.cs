using EduAnalytics.Journal;

namespace EduAnalytics.Grains.Wire;

/// <summary>How a failure of the journal travels to a gateway in another process, which tells its sender by the fault whether to come again.</summary>
[GenerateSerializer]
internal struct JournalUnavailableSurrogate
{
    [Id(0)] public int Fault;
    [Id(1)] public string Message;
}

[RegisterConverter]
internal sealed class JournalUnavailableConverter : IConverter<JournalUnavailableException, JournalUnavailableSurrogate>
{
    /// <summary>The cause stays in the silo, whose log has it: the database's own exception need not be known elsewhere.</summary>
    public JournalUnavailableException ConvertFromSurrogate(in JournalUnavailableSurrogate surrogate) =>
        new((JournalFault)surrogate.Fault, surrogate.Message);

    public JournalUnavailableSurrogate ConvertToSurrogate(in JournalUnavailableException value) =>
        new() { Fault = (int)value.Fault, Message = value.Message };
}
