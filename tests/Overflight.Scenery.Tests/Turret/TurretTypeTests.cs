using Overflight.Scenery.Turret;

namespace Overflight.Scenery.Tests.Turret;

public class TurretTypeTests
{
    [Fact]
    public void The_built_in_turret_says_that_it_is_generic_and_has_both_cameras()
    {
        Assert.Contains("Generic", TurretType.Generic.Name, StringComparison.Ordinal);
        Assert.Null(TurretType.Generic.Problem());
        Assert.NotNull(TurretType.Generic.Camera(CameraKind.Eo));
        Assert.NotNull(TurretType.Generic.Camera(CameraKind.Ir));
        Assert.All(TurretType.Generic.Cameras, c => Assert.Equal(c.HorizontalFieldsOfViewDegrees.OrderDescending(), c.HorizontalFieldsOfViewDegrees));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":"x","cameras":[],"slewRateDegreesPerSecond":60,"slewAccelerationDegreesPerSecondSquared":100,"leastElevationDegrees":-90,"greatestElevationDegrees":30}""")]
    [InlineData("""{"name":"x","cameras":[{"kind":"Eo","name":"c","horizontalFieldsOfViewDegrees":[200]}],"slewRateDegreesPerSecond":60,"slewAccelerationDegreesPerSecondSquared":100,"leastElevationDegrees":-90,"greatestElevationDegrees":30}""")]
    [InlineData("""{"name":"x","cameras":[{"kind":"Eo","name":"c","horizontalFieldsOfViewDegrees":[20]}],"slewRateDegreesPerSecond":60,"slewAccelerationDegreesPerSecondSquared":100,"leastElevationDegrees":40,"greatestElevationDegrees":30}""")]
    [InlineData("""{"name":"x","laser":true,"cameras":[{"kind":"Eo","name":"c","horizontalFieldsOfViewDegrees":[20]}],"slewRateDegreesPerSecond":60,"slewAccelerationDegreesPerSecondSquared":100,"leastElevationDegrees":-90,"greatestElevationDegrees":30}""")]
    public void A_file_that_is_no_turret_is_refused_with_its_name(string json)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, json);
        try
        {
            Assert.Contains(path, Assert.Throws<InvalidDataException>(() => TurretTypeFile.Read(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("look 31.2 -116.5", typeof(LookAtCommand))]
    [InlineData("look 31.2,-116.5", typeof(LookAtCommand))]
    [InlineData("look 270 20 direction", typeof(LookAlongCommand))]
    [InlineData("point 270 20", typeof(LookAlongCommand))]
    [InlineData("track 31 -116 90 12", typeof(TrackPointCommand))]
    [InlineData("scan 270 40 15", typeof(ScanSectorCommand))]
    [InlineData("scan 270 40 15 6", typeof(ScanSectorCommand))]
    [InlineData("strip 31 -116 31.1 -116 80", typeof(ScanStripCommand))]
    [InlineData("turn 2 -1", typeof(TurnCommand))]
    [InlineData("FOV 2", typeof(FieldOfViewCommand))]
    [InlineData("camera IR", typeof(CameraCommand))]
    [InlineData("stow", typeof(StowCommand))]
    [InlineData("look 31.2", null)]
    [InlineData("look 31.2 north", null)]
    [InlineData("fov 1.5", null)]
    [InlineData("camera uv", null)]
    [InlineData("lase 1688", null)]
    [InlineData("stow now", null)]
    [InlineData("", null)]
    public void Commands_are_read_as_they_are_typed(string text, Type? kind)
    {
        Assert.Equal(kind is not null, TurretCommandText.TryParse(text, out var command, out var problem));
        Assert.Equal(kind, command?.GetType());
        Assert.Equal(kind is null, problem is not null);
    }
}
