// placeholder so that the manifest loads; replaced by the stage
