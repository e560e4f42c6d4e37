namespace Overflight.Mutation.Tests;

public class MutationOptionsTests
{
    [Fact]
    public void Options_are_read()
    {
        var options = MutationOptions.Parse(["Authority", "--files", "Rules/", "--files", "Duties/", "--parallel", "3", "--each"]);

        Assert.Equal("Authority", options.Library);
        Assert.Equal(["Rules/", "Duties/"], options.Files);
        Assert.Equal((3, true, false), (options.Parallel, options.Each, options.Survivors));
    }

    [Theory]
    [InlineData]
    [InlineData("--each")]
    [InlineData("Authority", "--files")]
    [InlineData("Authority", "--parallel", "0")]
    [InlineData("Authority", "--slow")]
    [InlineData("Authority", "Record")]
    public void What_cannot_be_understood_is_refused(params string[] arguments) => Assert.Throws<ArgumentException>(() => MutationOptions.Parse(arguments));

    [Fact]
    public void Explanations_need_a_reason_and_stand_once()
    {
        Assert.Throws<InvalidDataException>(() => Explanations.Parse(["01234567"]));
        Assert.Throws<InvalidDataException>(() => Explanations.Parse(["01234567\ta", "01234567\tb"]));
        Assert.Equal(["01234567"], Explanations.Parse(["# why", "", "01234567\ta"]).Stale([]));
    }
}
