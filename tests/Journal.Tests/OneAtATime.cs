// Instruments are the process's, and the tests that count them must not see their neighbours' groups.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
